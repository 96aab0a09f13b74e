using System.Text.Json;
using Isthmus.Connectors.ZohoInventory;

namespace Isthmus.Functions.OrderToCash;

/// <summary>The organisation's currencies and taxes, read once and kept for hours: they hardly ever change and calls are few.</summary>
public sealed class ZohoSettings(ZohoInventoryClient zoho, TimeProvider time)
{
    private static readonly TimeSpan Life = TimeSpan.FromHours(6);
    private readonly SemaphoreSlim gate = new(1);
    private IReadOnlyDictionary<string, string> currencies = new Dictionary<string, string>();
    private DateTimeOffset readAt = DateTimeOffset.MinValue;

    /// <summary>Zoho's currency ids by ISO 4217 code.</summary>
    public async Task<IReadOnlyDictionary<string, string>> CurrencyIdsAsync()
    {
        await gate.WaitAsync();
        try
        {
            if (time.GetUtcNow() - readAt < Life) return currencies;
            currencies = (await zoho.ListCurrenciesAsync(CancellationToken.None))
                .ToDictionary(c => Text(c, "currency_code"), c => Text(c, "currency_id"), StringComparer.Ordinal);
            readAt = time.GetUtcNow();
            return currencies;
        }
        finally { gate.Release(); }
    }

    private static string Text(JsonElement row, string name) => row.GetProperty(name).GetString()!;
}
