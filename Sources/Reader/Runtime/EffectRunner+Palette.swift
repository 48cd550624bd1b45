import Glibc
import Library
import Text

extension EffectRunner {
    /// The most files of a folder that complete a path.
    private static let mostFiles = 500

    func run(_ request: PaletteRequest) {
        onLists { [environment = vocabulary.environment] library in
            switch request {
            case .loadThemes: return .palette(.themes(ThemeFolder(environment: environment).choices()))
            case .listFiles(let beginning): return .palette(.files(beginning, Self.files(beginning, environment)))
            case .findArticle(let name): return .palette(.article(try library.article(named: name).id))
            case .export(let format, let file):
                let path = Self.expanded(file, environment)
                let count = try library.export(format, toFile: path)
                return .notice("\(count.counted("record", "records")) written to \(path)")
            }
        }
    }

    /// With the home directory in place of `~/`.
    private static func expanded(_ path: String, _ environment: [String: String]) -> String {
        guard path.hasPrefix("~/"), let home = environment["HOME"] else { return path }
        return home + path.dropFirst()
    }

    /// The paths in the folder that `beginning` ends with, folders with a slash, sorted; hidden ones are left out.
    private static func files(_ beginning: String, _ environment: [String: String]) -> [String] {
        guard let folder = opendir(beginning.isEmpty ? "." : expanded(beginning, environment)) else { return [] }
        defer { closedir(folder) }
        var paths: [String] = []
        while paths.count < mostFiles, let entry = readdir(folder) {
            let isFolder = entry.pointee.d_type == UInt8(DT_DIR)
            let name = withUnsafePointer(to: &entry.pointee.d_name) {
                $0.withMemoryRebound(to: CChar.self, capacity: MemoryLayout.size(ofValue: $0.pointee)) { String(cString: $0) }
            }
            if name.hasPrefix(".") || Printable.visible(name) != name { continue }
            paths.append(beginning + name + (isFolder ? "/" : ""))
        }
        return paths.sorted()
    }
}
