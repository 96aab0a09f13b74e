using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Isthmus.Agent.Hosting;

/// <summary>The certificate that callers see. Looked at again every hour, so that a renewed one needs no restart.</summary>
internal sealed class ServerCertificate(CertificateOptions options, TimeProvider time)
{
    private static readonly TimeSpan Life = TimeSpan.FromHours(1);

    private readonly Lock gate = new();
    private (X509Certificate2 Certificate, DateTimeOffset ReadAt)? read;

    /// <exception cref="InvalidOperationException">There is none, or none that can be opened.</exception>
    public X509Certificate2 Current()
    {
        lock (gate)
        {
            var now = time.GetUtcNow();
            if (read is { } known && now - known.ReadAt < Life) return known.Certificate;
            var fresh = Read();
            read = (fresh, now);
            return fresh;
        }
    }

    private X509Certificate2 Read()
    {
        try
        {
            return options.Path.Length > 0 ? FromFile() : FromStore();
        }
        catch (CryptographicException unreadable)
        {
            throw new InvalidOperationException(
                $"Inbound:Certificate = {options.Path}{options.Subject}: it cannot be opened. ({unreadable.Message}) "
                + "Give a .pfx file with its Password, or a .pem file with its key, in KeyPath where that is another file.",
                unreadable);
        }
    }

    private X509Certificate2 FromFile()
    {
        if (!options.Path.EndsWith(".pfx", StringComparison.OrdinalIgnoreCase)) return FromPem();
        var password = options.Password.Length > 0 ? new SecretReference(options.Password, time).Value() : null;
        return X509CertificateLoader.LoadPkcs12FromFile(options.Path, password);
    }

    /// <summary>Windows' TLS takes no key that was only read: it is brought in as a .pfx would be.</summary>
    private X509Certificate2 FromPem()
    {
        using var read = X509Certificate2.CreateFromPemFile(options.Path, options.KeyPath.Length > 0 ? options.KeyPath : null);
        return X509CertificateLoader.LoadPkcs12(read.Export(X509ContentType.Pkcs12), null);
    }

    private X509Certificate2 FromStore()
    {
        using var store = new X509Store(StoreName.My, StoreLocation.LocalMachine);
        store.Open(OpenFlags.ReadOnly | OpenFlags.OpenExistingOnly);
        return store.Certificates.Find(X509FindType.FindBySubjectName, options.Subject, validOnly: false)
            .Where(found => found.HasPrivateKey).MaxBy(found => found.NotAfter)
            ?? throw new InvalidOperationException(
                $"The store LocalMachine/My has no certificate with a key for '{options.Subject}'.");
    }
}
