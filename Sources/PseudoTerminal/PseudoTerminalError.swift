/// Why a program could not be started in a pseudo-terminal, or its terminal not be asked.
public struct PseudoTerminalError: Error, Hashable, CustomStringConvertible {
    /// The call of the system that failed.
    public let call: String
    /// Its error code.
    public let code: Int32

    public var description: String { "\(call) failed with error \(code)" }
}
