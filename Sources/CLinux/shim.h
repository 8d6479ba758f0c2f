// What Swift's Glibc module leaves out, because glibc declares it for _GNU_SOURCE only.
#include <linux/fs.h>

extern int renameat2(int oldDirectory, const char *oldPath, int newDirectory, const char *newPath, unsigned int flags);
extern int syncfs(int descriptor);
