using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Isthmus.Core.Vault;

/// <summary>
/// Secrets in one local file, each sealed with AES-256-GCM under a key that lies beside it, both readable by their owner only.
/// The name of a secret is authenticated with its value, so that values cannot be swapped.
/// </summary>
public sealed class FileVault(string folder) : ISecretVault
{
    private const int NonceBytes = 12;
    private const int TagBytes = 16;
    private static readonly Lock Gate = new();

    private string KeyFile => Path.Combine(folder, "vault.key");

    private string ValuesFile => Path.Combine(folder, "vault.json");

    /// <inheritdoc/>
    public Task<string> GetAsync(string name, CancellationToken cancellation = default)
    {
        lock (Gate)
        {
            return Read().TryGetValue(name, out var sealedValue)
                ? Task.FromResult(Open(name, sealedValue))
                : throw new SecretMissingException(name, $"the vault file '{ValuesFile}'");
        }
    }

    /// <summary>Stores a value, in place of an older one of the same name.</summary>
    public void Set(string name, string value)
    {
        lock (Gate)
        {
            var values = Read();
            values[name] = Seal(name, value);
            PrivateFile.Replace(ValuesFile, JsonSerializer.SerializeToUtf8Bytes(values));
        }
    }

    /// <summary>The names of the stored secrets, in order.</summary>
    public IReadOnlyList<string> Names()
    {
        lock (Gate) return [.. Read().Keys.Order(StringComparer.Ordinal)];
    }

    private Dictionary<string, byte[]> Read() => File.Exists(ValuesFile)
        ? JsonSerializer.Deserialize<Dictionary<string, byte[]>>(File.ReadAllBytes(ValuesFile)) ?? []
        : [];

    private byte[] Seal(string name, string value)
    {
        var plain = Encoding.UTF8.GetBytes(value);
        var box = new byte[NonceBytes + TagBytes + plain.Length];
        Chance.Bytes(NonceBytes).CopyTo(box, 0);
        using var cipher = new AesGcm(Key(), TagBytes);
        cipher.Encrypt(box.AsSpan(0, NonceBytes), plain, box.AsSpan(NonceBytes + TagBytes), box.AsSpan(NonceBytes, TagBytes),
            Encoding.UTF8.GetBytes(name));
        return box;
    }

    private string Open(string name, byte[] box)
    {
        var plain = new byte[box.Length - NonceBytes - TagBytes];
        using var cipher = new AesGcm(Key(), TagBytes);
        cipher.Decrypt(box.AsSpan(0, NonceBytes), box.AsSpan(NonceBytes + TagBytes), box.AsSpan(NonceBytes, TagBytes), plain,
            Encoding.UTF8.GetBytes(name));
        return Encoding.UTF8.GetString(plain);
    }

    private byte[] Key()
    {
        if (!File.Exists(KeyFile)) PrivateFile.Replace(KeyFile, Chance.Bytes(32));
        return File.ReadAllBytes(KeyFile);
    }
}
