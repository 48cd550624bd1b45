/// What the file says of the keys of a command. Which commands, views and keys there are is the reader's to know.
public struct KeyChange: Hashable, Sendable {
    /// The view that it is said of; nothing for all that the command has.
    public var view: String?
    public var command: String
    /// The names of keys, such as `C-d` or `g g`; empty where the command is to have none.
    public var keys: [String]
    /// The line, from 1.
    public var line: Int

    public init(view: String? = nil, command: String, keys: [String], line: Int) {
        self.view = view
        self.command = command
        self.keys = keys
        self.line = line
    }
}
