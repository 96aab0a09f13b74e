using System.Text.Json;

namespace Isthmus.Embedded.Tables;

/// <summary>A place in the order of a table's keys.</summary>
internal sealed record EntityPosition(string Partition, string Row)
{
    public string ToToken() => Convert.ToBase64String(JsonSerializer.SerializeToUtf8Bytes((string[])[Partition, Row]));

    public static EntityPosition? Parse(string? token)
    {
        if (string.IsNullOrEmpty(token)) return null;
        try
        {
            return JsonSerializer.Deserialize<string[]>(Convert.FromBase64String(token)) is [{ } partition, { } row]
                ? new(partition, row) : throw new FormatException();
        }
        catch (Exception failure) when (failure is FormatException or JsonException)
        {
            throw TableErrors.InvalidInput("The continuation token is malformed.");
        }
    }
}
