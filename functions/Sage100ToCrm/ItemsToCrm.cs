using System.Text.Json;
using Isthmus.Connectors.Sage100;
using Isthmus.Core.MasterData;

namespace Isthmus.Functions.Sage100ToCrm;

/// <summary>
/// Items become Products, because lines of orders and invoices in the CRM need them; on where one of those is. Lines by ledger account
/// share one Product that Sage does not have.
/// </summary>
internal sealed class ItemsToCrm(SageAgentClient sage, SageToCrmOptions options) : SageFlow(new SageRows(sage, Table, KeyColumns))
{
    private const string Table = "CI_Item";

    private static readonly string[] KeyColumns = ["ItemCode"];

    private static readonly JsonElement ByAccount = JsonSerializer.SerializeToElement(
        new { ItemCode = DocumentLinks.ByAccount, ItemCodeDesc = "By ledger account" });

    public override string Name => Items;

    public override string Module => "Products";

    public override string Mapping => "sage-100-item-to-crm-product";

    public override bool Enabled => options.Documents;

    public override async Task<SourcePage> PageAsync(SourceQuery query, CancellationToken cancellation)
    {
        var page = await base.PageAsync(query, cancellation);
        return query is { Since: null, After: null } ? page with { Records = [RecordOf(ByAccount), .. page.Records] } : page;
    }

    public override async Task<SourceRecord?> FindAsync(string key, CancellationToken cancellation)
    {
        if (key == KeyOf(ByAccount)) return RecordOf(ByAccount);
        return await sage.ReadAsync(Table, SageKeys.Read(key, KeyColumns)!, cancellation) is { } row ? RecordOf(row) : null;
    }

    protected override string KeyOf(JsonElement row) => SageKeys.Of(row, KeyColumns[0]);
}
