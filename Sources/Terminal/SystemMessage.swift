import Glibc

/// What the system says about an error code.
enum SystemMessage {
    static func text(_ code: Int32) -> String {
        strerror(code).map { String(cString: $0) } ?? "error \(code)"
    }
}
