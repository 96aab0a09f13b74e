using System.Globalization;
using System.Text.Json;
using Isthmus.Connectors.Json;
using Isthmus.Core;

namespace Isthmus.Connectors.ZohoCrm;

/// <summary>
/// What a channel sends: which records of a module changed, and how. Never the record itself; its order and number say nothing.
/// Source: Zoho CRM API v8, Notifications, response of the notify_url.
/// </summary>
/// <param name="ChannelId">The channel.</param>
/// <param name="Module">The module's API name.</param>
/// <param name="Operation">insert, update or delete.</param>
/// <param name="Ids">The records.</param>
/// <param name="At">When the server sent it.</param>
public sealed record CrmNotification(
    string ChannelId, string Module, string Operation, IReadOnlyList<string> Ids, DateTimeOffset? At)
{
    private const int MostIds = 1_000;

    /// <summary>
    /// The channel and the token that a notification claims, and nothing else of it; null when it is no JSON object.
    /// </summary>
    public static (string ChannelId, string? Token)? ReadProof(ReadOnlySpan<byte> body)
    {
        try
        {
            string? channel = null, token = null;
            var reader = new Utf8JsonReader(body);
            if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject) return null;
            while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
            {
                var (isChannel, isToken) = (reader.ValueTextEquals("channel_id"), reader.ValueTextEquals("token"));
                reader.Read();
                if (isChannel) channel = TextOf(ref reader);
                if (isToken) token = TextOf(ref reader);
                reader.Skip();
            }
            return channel is null ? null : (channel, token);
        }
        catch (Exception unreadable) when (unreadable is JsonException or InvalidOperationException)
        {
            // The second is what texts that are no UTF-8 end in.
            return null;
        }
    }

    /// <summary>Reads a verified notification; null when it names no records.</summary>
    public static CrmNotification? TryRead(ReadOnlySpan<byte> body)
    {
        try
        {
            var document = SoundJson.Parse(body);
            var ids = document.Items("ids").Select(IdOf).OfType<string>().Distinct().Take(MostIds + 1).ToList();
            if (ids.Count is 0 or > MostIds || ids.Any(id => id.Length > 30 || !id.All(char.IsAsciiDigit))) return null;
            if (document.Text("module") is not { Length: > 0 and <= 100 } module) return null;
            if (document.Text("channel_id") is not { } channel) return null;
            if (document.Text("operation") is not ("insert" or "update" or "delete")) return null;
            return new CrmNotification(channel, module, document.Text("operation")!, ids, TimeOf(document));
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static string? TextOf(ref Utf8JsonReader reader) => reader.TokenType switch
    {
        JsonTokenType.String => reader.GetString(),
        JsonTokenType.Number when reader.TryGetInt64(out var number) => number.ToString(CultureInfo.InvariantCulture),
        _ => null,
    };

    private static string? IdOf(JsonElement id) => id.ValueKind switch
    {
        JsonValueKind.String => id.GetString(),
        JsonValueKind.Number => id.GetRawText(),
        _ => null,
    };

    private static DateTimeOffset? TimeOf(JsonElement document) =>
        document.Whole("server_time") is > 0 and < 253_402_300_799_000 and var at
            ? DateTimeOffset.FromUnixTimeMilliseconds(at) : null;
}
