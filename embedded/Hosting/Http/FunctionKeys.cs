using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Isthmus.Embedded.Hosting.Http;

/// <summary>
/// The keys of the app, in keys.json of the state folder: <c>_master</c> for everything, the others for functions.
/// </summary>
internal sealed class FunctionKeys
{
    public const string Master = "_master";
    private const string FileName = "keys.json";

    private readonly byte[] master;
    private readonly byte[][] functions;

    private FunctionKeys(Dictionary<string, string> keys)
    {
        master = Digest(keys[Master]);
        functions = [.. keys.Where(key => key.Key != Master).Select(key => Digest(key.Value))];
    }

    /// <summary>Reads the keys, made at random the first time, readable for the owner of the process only.</summary>
    public static FunctionKeys Open(string home)
    {
        var path = Path.Combine(home, FileName);
        if (!File.Exists(path)) Create(path);
        try
        {
            var keys = JsonSerializer.Deserialize<Dictionary<string, string>>(File.ReadAllText(path));
            if (keys?.GetValueOrDefault(Master) is { Length: > 0 }) return new FunctionKeys(keys);
        }
        catch (JsonException) { /* told below */ }
        throw new InvalidDataException($"'{path}' is not the JSON object of keys by name that it should be. Delete it: new keys are made at the next start.");
    }

    /// <summary>
    /// Whether a request shows a key good enough, in the header <c>x-functions-key</c> or the query's <c>code</c>.
    /// </summary>
    public bool Allows(HttpRequest request, AuthorizationLevel level)
    {
        if (level is AuthorizationLevel.Anonymous) return true;
        var shown = request.Headers["x-functions-key"].FirstOrDefault() ?? request.Query["code"].FirstOrDefault();
        if (string.IsNullOrEmpty(shown)) return false;
        var digest = Digest(shown);
        var allowed = CryptographicOperations.FixedTimeEquals(digest, master);
        if (level is not AuthorizationLevel.Function) return allowed;
        foreach (var key in functions) allowed |= CryptographicOperations.FixedTimeEquals(digest, key);
        return allowed;
    }

    private static void Create(string path)
    {
        var keys = new Dictionary<string, string> { [Master] = Random(), ["default"] = Random() };
        var draft = path + ".new";
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        using (var file = new FileStream(draft, options))
        {
            JsonSerializer.Serialize(file, keys);
            file.Flush(flushToDisk: true);
        }
        File.Move(draft, path);
    }

    private static string Random() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(32));

    private static byte[] Digest(string key) => SHA256.HashData(Encoding.UTF8.GetBytes(key));
}
