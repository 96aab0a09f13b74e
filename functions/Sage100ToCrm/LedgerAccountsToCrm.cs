using System.Text.Json;
using System.Text.Json.Nodes;
using Isthmus.Connectors.Sage100;
using Isthmus.Core.MasterData;
using Isthmus.Functions.Steps;

namespace Isthmus.Functions.Sage100ToCrm;

/// <summary>
/// The ledger's accounts, daily, as reference data in the custom module GL_Accounts: each below its main account, which Sage keeps as
/// a part of the account's number and which is a record of its own here.
/// </summary>
internal sealed class LedgerAccountsToCrm(SageAgentClient sage, SageToCrmOptions options)
    : SageFlow(new SageRows(sage, Table, KeyColumns))
{
    private const string Table = "GL_Account";
    private const string Main = "main:";

    private static readonly string[] KeyColumns = ["AccountKey"];

    public override string Name => "sage-100-accounts";

    public override string Module => "GL_Accounts";

    public override string Mapping => "sage-100-account-to-crm-gl-account";

    public override Cadence Cadence => Cadence.Daily;

    public override bool Enabled => options.LedgerAccounts;

    /// <summary>Main accounts come before the accounts below them, so that those find them.</summary>
    public override async Task<SourcePage> PageAsync(SourceQuery query, CancellationToken cancellation)
    {
        var page = await Rows.PageAsync(query, cancellation);
        var mains = page.Rows.Where(row => MainOf(row).Length > 0).DistinctBy(MainOf).Select(MainRecord);
        return new SourcePage([.. mains, .. page.Rows.Select(RecordOf)], page.Next);
    }

    public override async Task<SourceRecord?> FindAsync(string key, CancellationToken cancellation)
    {
        if (!key.StartsWith(Main, StringComparison.Ordinal))
            return await sage.ReadAsync(Table, SageKeys.Read(key, KeyColumns)!, cancellation) is { } row ? RecordOf(row) : null;
        var equals = new Dictionary<string, string> { ["MainAccountCode"] = Uri.UnescapeDataString(key[Main.Length..]) };
        await foreach (var below in sage.QueryAsync(Table, null, equals, cancellation: cancellation)) return MainRecord(below);
        return null;
    }

    public override IReadOnlyList<RecordLink> LinksOf(SourceRecord record) =>
        record.Key.StartsWith(Main, StringComparison.Ordinal) || MainOf(record.Body).Length == 0
            ? [] : [new("Parent_Account", Name, KeyOfMain(record.Body), Required: false)];

    protected override string KeyOf(JsonElement row) => SageKeys.Of(row, KeyColumns[0]);

    /// <summary>Only what all accounts below it share.</summary>
    private static SourceRecord MainRecord(JsonElement row) => new(KeyOfMain(row), JsonSerializer.SerializeToElement(new JsonObject
    {
        ["Account"] = MainOf(row), ["MainAccountCode"] = MainOf(row), ["AccountType"] = row.FindText("AccountType"), ["Status"] = "A",
    }));

    private static string KeyOfMain(JsonElement row) => Main + Uri.EscapeDataString(MainOf(row));

    private static string MainOf(JsonElement row) => row.FindText("MainAccountCode") ?? "";
}
