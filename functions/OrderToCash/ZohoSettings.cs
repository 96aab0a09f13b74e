using System.Text.Json;
using Isthmus.Connectors.ZohoInventory;
using Isthmus.Core.Failures;
using Isthmus.Core.Mapping;
using Isthmus.Functions.Steps;

namespace Isthmus.Functions.OrderToCash;

/// <summary>
/// The organisation's currencies and taxes, read once and kept for hours: they hardly ever change and calls are few.
/// </summary>
public sealed class ZohoSettings(ZohoInventoryClient zoho, MappingCatalog catalog, TimeProvider time)
{
    private readonly KeptTable currencies = new(time, async () =>
        Table(await zoho.ListCurrenciesAsync(CancellationToken.None), "currency_code", "currency_id"));

    private readonly KeptTable bases = new(time, async () =>
        Table(
            (await zoho.ListCurrenciesAsync(CancellationToken.None)).Where(row => row.FindFlag("is_base_currency")),
            "currency_code", "currency_id"));

    private readonly KeptTable taxes = new(time, async () => TaxesByCode(catalog, await zoho.ListTaxesAsync(CancellationToken.None)));

    /// <summary>Zoho's currency ids by ISO 4217 code.</summary>
    public Task<IReadOnlyDictionary<string, string>> CurrencyIdsAsync() => currencies.GetAsync();

    /// <summary>The organisation's own currency, ISO 4217: items are priced in it.</summary>
    /// <exception cref="FailureException">Zoho names none.</exception>
    public async Task<string> BaseCurrencyAsync() => (await bases.GetAsync()).Keys.FirstOrDefault() ?? throw new FailureException(new Failure(
        FailureClass.ReferenceMissing, ZohoInventoryOptions.Id, "read the currencies", "base-currency-missing",
        "Zoho marks no currency as the organisation's own.", "Look at the currencies in Zoho, Settings, Currencies."));

    /// <summary>
    /// Zoho's tax ids by the source's tax code, for the codes of the reference table that name a tax which Zoho has.
    /// </summary>
    public Task<IReadOnlyDictionary<string, string>> TaxIdsAsync() => taxes.GetAsync();

    private static Dictionary<string, string> TaxesByCode(MappingCatalog catalog, IReadOnlyList<JsonElement> taxes)
    {
        var ids = Table(taxes, "tax_name", "tax_id");
        var table = catalog.References.Get("taxes");
        return table.Rows
            .Select(row => (Code: row.Key, Name: table.Cell(row, "zohoTax")))
            .Where(row => row.Name is not null && ids.ContainsKey(row.Name))
            .ToDictionary(row => row.Code, row => ids[row.Name!], StringComparer.OrdinalIgnoreCase);
    }

    private static Dictionary<string, string> Table(IEnumerable<JsonElement> rows, string key, string id) => rows
        .DistinctBy(row => row.NeedText(key, ZohoInventoryOptions.Id), StringComparer.OrdinalIgnoreCase)
        .ToDictionary(
            row => row.NeedText(key, ZohoInventoryOptions.Id), row => row.NeedText(id, ZohoInventoryOptions.Id), StringComparer.OrdinalIgnoreCase);
}

/// <summary>A small table that is read when it is wanted and kept for hours.</summary>
internal sealed class KeptTable(TimeProvider time, Func<Task<Dictionary<string, string>>> read)
{
    private static readonly TimeSpan Life = TimeSpan.FromHours(6);
    private readonly SemaphoreSlim gate = new(1);
    private IReadOnlyDictionary<string, string> rows = new Dictionary<string, string>();
    private DateTimeOffset? readAt;

    public async Task<IReadOnlyDictionary<string, string>> GetAsync()
    {
        await gate.WaitAsync();
        try
        {
            if (readAt is { } known && time.GetUtcNow() - known < Life) return rows;
            rows = await read();
            readAt = time.GetUtcNow();
            return rows;
        }
        finally { gate.Release(); }
    }
}
