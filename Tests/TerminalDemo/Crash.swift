import Glibc

/// The ways to end without saying so, by the key that brings them about.
enum Crash: Character {
    case segmentation = "1"
    case abort = "2"
    case trap = "3"
    case exit = "4"
    case overflow = "5"
    case division = "6"
    case onThread = "7"

    func happen() {
        switch self {
        case .segmentation: _ = UnsafePointer<Int>(bitPattern: 8).map { print($0.pointee) }
        case .abort: Glibc.abort()
        case .trap: print([1, 2][Int(getpid()) + 2])
        case .exit: Glibc.exit(7)
        case .overflow: print(Crash.endless(getpid()))
        case .division: raise(SIGFPE)
        case .onThread:
            Task.detached { print([1, 2][Int(getpid()) + 2]) }
            sleep(5)
        }
    }

    /// Recursion without an end that no optimiser turns into a loop.
    @inline(never)
    private static func endless(_ value: Int32) -> Int32 {
        var values = (value, value &+ 1, value &+ 2, value &+ 3)
        return withUnsafeMutablePointer(to: &values) { endless($0.pointee.1) &+ endless($0.pointee.2) &+ $0.pointee.0 }
    }
}
