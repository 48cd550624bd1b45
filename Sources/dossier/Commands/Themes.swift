import Configuration
import Reader

/// How a person names a theme.
enum Themes {
    /// The built-in ones, as the help lists them.
    static var names: String { BuiltInTheme.allCases.map(\.rawValue).joined(separator: ", ") }

    /// A theme that was asked for now and cannot be had is no start: whoever names one looks at what comes of it. One that the file
    /// names is a warning.
    static func refuse(_ problems: [ConfigurationProblem]) throws {
        guard var problem = problems.first(where: { $0.source == "--theme" || $0.source == "environment DOSSIER_THEME" }) else { return }
        // As every sentence on a thing that was named, it begins with the name.
        if case .notATheme(let name, _) = problem.kind { problem.source = name }
        throw problem
    }
}
