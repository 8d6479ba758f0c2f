internal import ArgumentParser

@main
struct Samsyn: ParsableCommand {}
