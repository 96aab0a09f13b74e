using System.Text.Json;

namespace Isthmus.Flows.Tests.Support;

internal static class Keys
{
    /// <summary>The function key that the host wrote into the state folder.</summary>
    public static string FunctionKey(string home)
    {
        using var keys = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(home, "keys.json")));
        return keys.RootElement.GetProperty("default").GetString()!;
    }
}
