using System.Text;
using Microsoft.AspNetCore.WebUtilities;

namespace Isthmus.Connectors.ZohoInventory;

/// <summary>The pairs of a webhook body that is a form.</summary>
internal static class ZohoWebhookForm
{
    private const int MostPairs = 2_000;

    public static bool Is(string? contentType) =>
        contentType?.StartsWith("application/x-www-form-urlencoded", StringComparison.OrdinalIgnoreCase) == true;

    public static IReadOnlyList<KeyValuePair<string, string>> Read(ReadOnlySpan<byte> body)
    {
        using var reader = new FormReader(Encoding.UTF8.GetString(body))
        {
            ValueCountLimit = MostPairs, ValueLengthLimit = int.MaxValue,
        };
        try
        {
            return [.. reader.ReadForm().SelectMany(pair =>
                pair.Value.Select(value => KeyValuePair.Create(pair.Key, value ?? "")))];
        }
        catch (InvalidDataException)
        {
            return [];
        }
    }
}
