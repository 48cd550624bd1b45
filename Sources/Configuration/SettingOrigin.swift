/// Where a value is from.
public enum SettingOrigin: Hashable, Sendable {
    case builtIn
    /// A line of the file, from 1.
    case file(path: String, line: Int)
    case environment(variable: String)
    case argument(option: String)

    /// As `dossier config` names it.
    public var description: String {
        switch self {
        case .builtIn: "built in"
        case .file(let path, let line): "\(path):\(line)"
        case .environment(let variable): "environment \(variable)"
        case .argument(let option): "argument \(option)"
        }
    }

    /// The word that `--json` has.
    public var kind: String {
        switch self {
        case .builtIn: "built-in"
        case .file: "file"
        case .environment: "environment"
        case .argument: "argument"
        }
    }
}
