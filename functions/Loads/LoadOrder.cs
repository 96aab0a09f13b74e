using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace Isthmus.Functions.Loads;

/// <summary>What somebody wants loaded.</summary>
/// <param name="Kind">Items, customers.</param>
/// <param name="DryRun">Only to count what would change.</param>
internal sealed record LoadOrder(string Kind, bool DryRun = false)
{
    private const int LongestBody = 4_096;
    private static readonly JsonSerializerOptions Web = new(JsonSerializerDefaults.Web);

    /// <summary>The order in the body, or null where there is none that can be read.</summary>
    public static async Task<LoadOrder?> ReadAsync(HttpRequest request, CancellationToken cancellation)
    {
        if (request.ContentLength is > LongestBody) return null;
        try
        {
            var order = await JsonSerializer.DeserializeAsync<LoadOrder>(request.Body, Web, cancellation);
            return order is { Kind: not null } ? order : null;
        }
        catch (JsonException) { return null; }
    }
}
