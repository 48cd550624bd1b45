import Configuration
import Formats
import Library
import Text

/// The person's configuration, as commands use it.
enum Preferences {
    /// The file with the environment over it. A file that cannot be read is a problem like any other.
    static func load(_ environment: [String: String] = Environment.variables) -> Configuration {
        let path = Configuration.path(in: environment)
        do {
            let file = try InputFile.read(path, limit: Configuration.sizeLimit)
            return Configuration(file: file.bytes, path: path, environment: environment)
        } catch {
            var configuration = Configuration(file: nil, path: path, environment: environment)
            if let failure = error as? InputFile.Failure, !failure.isMissing {
                configuration.problems.append(ConfigurationProblem(source: path, line: nil, kind: .unreadable(failure.why)))
            }
            return configuration
        }
    }

    /// The folder that an argument, the environment, the configuration or the last use names.
    static func folder(named name: String?, _ configuration: Configuration) -> String {
        let choice = LibraryChoice(environment: Environment.variables)
        guard name == nil, case .file = configuration[.library].origin, let folder = configuration.text(.library) else {
            return choice.folder(named: name)
        }
        return choice.folder(named: folder.hasPrefix("~/") ? (Environment.variables["HOME"] ?? "") + folder.dropFirst() : folder)
    }
}
