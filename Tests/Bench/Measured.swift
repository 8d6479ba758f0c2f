import Glibc

/// What one run of a program took.
struct Measured {
  var wall: Double
  var cpu: Double
  /// The most memory that was resident, in MB of 1 000 000 bytes.
  var peak: Double

  /// Runs the program and waits for it; its standard output goes to standard error. Exits if it does not succeed.
  init(_ arguments: [String]) {
    sync()
    let start = Self.now
    var process: pid_t = 0
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    posix_spawn_file_actions_adddup2(&actions, 2, 1)
    var pointers = arguments.map { strdup($0) } + [nil]
    guard posix_spawn(&process, arguments[0], &actions, nil, &pointers, environ) == 0 else {
      perror(arguments[0])
      exit(2)
    }
    var status: Int32 = 0
    var usage = rusage()
    while wait4(process, &status, 0, &usage) < 0, errno == EINTR {}
    wall = Self.now - start
    cpu = Self.seconds(usage.ru_utime) + Self.seconds(usage.ru_stime)
    peak = Double(usage.ru_maxrss) * 1024 / 1e6
    for pointer in pointers { free(pointer) }
    if status != 0 {
      print("\(arguments.joined(separator: " ")) ended with status \(status)")
      exit(1)
    }
  }

  private static var now: Double {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }

  private static func seconds(_ time: timeval) -> Double { Double(time.tv_sec) + Double(time.tv_usec) / 1e6 }
}
