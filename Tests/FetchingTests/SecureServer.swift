import Foundation
import TestSupport

/// A server of HTTPS on this machine: Python's own, with a certificate that nobody vouches for.
final class SecureServer {
    private let process: ChildProcess
    let folder: TemporaryFolder
    let port: Int

    var address: String { "https://127.0.0.1:\(port)" }

    /// The file to trust, so that the certificate holds.
    var certificate: String { folder.full("certificate.pem") }

    /// `/away` leads to `target`, everything else is `<rss/>`.
    init(certificate: String, target: String = "") throws {
        folder = try TemporaryFolder()
        try folder.write("certificate.pem", certificate)
        try folder.write("server.py", Self.script)
        process = try ChildProcess("/usr/bin/env", ["python3", folder.full("server.py"), folder.full("certificate.pem"), target])
        guard let line = process.nextLine(), let port = Int(line) else { throw POSIXError(.ENOEXEC) }
        self.port = port
    }

    static var hasPython: Bool {
        ["/usr/bin/python3", "/usr/local/bin/python3", "/bin/python3"].contains { FileManager.default.isExecutableFile(atPath: $0) }
    }

    private static let script = """
        from http import server as web
        from ssl import SSLContext, PROTOCOL_TLS_SERVER
        from sys import argv
        class Handler(web.BaseHTTPRequestHandler):
            def do_GET(self):
                away = self.path == "/away"
                self.send_response(302 if away else 200)
                body = b"" if away else b"<rss/>"
                if away: self.send_header("Location", argv[2])
                self.send_header("Content-Length", str(len(body)))
                self.end_headers()
                self.wfile.write(body)
            def log_message(self, *words): pass
        server = web.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        context = SSLContext(PROTOCOL_TLS_SERVER)
        context.load_cert_chain(argv[1])
        server.socket = context.wrap_socket(server.socket, server_side=True)
        print(server.server_address[1], flush=True)
        server.serve_forever()
        """

    /// For 127.0.0.1, signed by itself.
    static let ownCertificate = """
        -----BEGIN CERTIFICATE-----
        MIIBsTCCAVigAwIBAgIUY88vBTzs0Xc5prDJ0cykP1ZfPrgwCgYIKoZIzj0EAwIw
        JTEjMCEGA1UEAwwaQSBjZXJ0aWZpY2F0ZSBvZiB0aGUgdGVzdHMwIBcNMjYxMTI0
        MTQyMDU4WhgPMjEyNjEwMzExNDIwNThaMCUxIzAhBgNVBAMMGkEgY2VydGlmaWNh
        dGUgb2YgdGhlIHRlc3RzMFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAEHBP9iTHb
        be3KeILdobmEwCfDjgXvXJ5dqpGJ11+Y0O3ZaqlFqhEjILYLw+6PjPeOWtXdjOxR
        hUKZwL+Y6wbc3aNkMGIwHQYDVR0OBBYEFE8LZdzIC1TBUQGY/a7CdZIpOvj8MB8G
        A1UdIwQYMBaAFE8LZdzIC1TBUQGY/a7CdZIpOvj8MA8GA1UdEwEB/wQFMAMBAf8w
        DwYDVR0RBAgwBocEfwAAATAKBggqhkjOPQQDAgNHADBEAiAKRRxvMjv/6Q3K22a2
        Q3cpUtpP4+oQJRDv8dlLFsUddQIgGkkwWYC4Fj9S8OmvpbufZe7SdGY++BeZESnn
        R4qf00Y=
        -----END CERTIFICATE-----
        -----BEGIN PRIVATE KEY-----
        MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQgyIhyNHLavqpQn3zQ
        +O0lc+8Cw/WdN23YYY3RYoh9RWWhRANCAAQcE/2JMdtt7cp4gt2huYTAJ8OOBe9c
        nl2qkYnXX5jQ7dlqqUWqESMgtgvD7o+M945a1d2M7FGFQpnAv5jrBtzd
        -----END PRIVATE KEY-----
        """

    /// For another host, signed by itself.
    static let otherCertificate = """
        -----BEGIN CERTIFICATE-----
        MIIBljCCATugAwIBAgIUWC5Va7xe1INs8IUjC3XrbsHoMcIwCgYIKoZIzj0EAwIw
        EjEQMA4GA1UEAwwHQW5vdGhlcjAgFw0yNjExMjQxNDIwNThaGA8yMTI2MTAzMTE0
        MjA1OFowEjEQMA4GA1UEAwwHQW5vdGhlcjBZMBMGByqGSM49AgEGCCqGSM49AwEH
        A0IABHcZc8rt6vsZD6pjbiFrKChwIOay3De9iLOmAHnBqHtmcixDlKcBvjPWN6tc
        c++RHYqGRVlHOsVUUmH0qQuSCnSjbTBrMB0GA1UdDgQWBBTehQbXmZKKXqwp7VAI
        0emFG6eJSDAfBgNVHSMEGDAWgBTehQbXmZKKXqwp7VAI0emFG6eJSDAPBgNVHRMB
        Af8EBTADAQH/MBgGA1UdEQQRMA+CDWZlZWRzLmV4YW1wbGUwCgYIKoZIzj0EAwID
        SQAwRgIhAN5J2AKdDG4xRHMI4QfJdg+Ap1c+LOIJX/vi0AW0mhhSAiEAhuWLiN8x
        pypAil/pch+m/YzqL5E9vaW88L0W7KII1sI=
        -----END CERTIFICATE-----
        -----BEGIN PRIVATE KEY-----
        MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQg5bpeoWIRMIjcpfbP
        /jydIm93Z3O4wtcnpUbp+Ndv4x2hRANCAAR3GXPK7er7GQ+qY24haygocCDmstw3
        vYizpgB5wah7ZnIsQ5SnAb4z1jerXHPvkR2KhkVZRzrFVFJh9KkLkgp0
        -----END PRIVATE KEY-----
        """
}
