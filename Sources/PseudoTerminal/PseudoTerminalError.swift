/// Why a program could not be started in a pseudo-terminal, or its terminal not be asked.
public struct PseudoTerminalError: Error, Hashable, CustomStringConvertible {
    /// The call of the system that failed.
    public let call: String
    /// Its error code.
    public let code: Int32

    public init(call: String, code: Int32) {
        self.call = call
        self.code = code
    }

    public var description: String { "\(call) failed with error \(code)" }
}
