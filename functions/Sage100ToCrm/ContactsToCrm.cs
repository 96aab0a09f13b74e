using System.Text.Json;
using System.Text.Json.Nodes;
using Isthmus.Connectors.Sage100;
using Isthmus.Connectors.Sage100Soap;
using Isthmus.Core.MasterData;
using Isthmus.Functions.Steps;

namespace Isthmus.Functions.Sage100ToCrm;

/// <summary>The people at a customer become Contacts of its Account.</summary>
internal sealed class ContactsToCrm(SageAgentClient sage, SageSurfaces surfaces, SageToCrmOptions options)
    : SageFlow(new SageRows(sage, Table, KeyColumns))
{
    public const string Table = "AR_CustomerContact";

    private static readonly string[] KeyColumns = ["ARDivisionNo", "CustomerNo", "ContactCode"];

    private const string Status = "CustomerStatus";

    public override string Name => "sage-100-contacts";

    public override string Module => "Contacts";

    public override string Mapping => "sage-100-contact-to-crm-contact";

    public override bool Enabled => options.Contacts;

    public override async Task<SourcePage> PageAsync(SourceQuery query, CancellationToken cancellation)
    {
        var page = await Rows.PageAsync(query, cancellation);
        return new SourcePage([.. (await OfCustomersAsync(page.Rows, cancellation)).Select(RecordOf)], page.Next);
    }

    public override async Task<SourceRecord?> FindAsync(string key, CancellationToken cancellation)
    {
        if (SageKeys.Read(key, KeyColumns) is not { } read) return null;
        if (await surfaces.Reader(Table).ReadAsync(Table, read, cancellation) is not { } row) return null;
        return RecordOf((await OfCustomersAsync([row], cancellation))[0]);
    }

    public override IReadOnlyList<RecordLink> LinksOf(SourceRecord record) =>
        [new("Account_Name", Customers, SageKeys.Divided(record.Body, KeyColumns[0], KeyColumns[1]))];

    protected override string KeyOf(JsonElement row) => SageKeys.Below(row, KeyColumns[0], KeyColumns[1], KeyColumns[2]);

    /// <summary>Nobody is carried whose customer is not.</summary>
    protected override string? SkipOf(JsonElement row) => SkipRules.Of(options, row, KeyColumns[0], Status);

    /// <summary>What the customers are, because it decides about their people: one read a page.</summary>
    private async Task<IReadOnlyList<JsonElement>> OfCustomersAsync(IReadOnlyList<JsonElement> contacts, CancellationToken cancellation)
    {
        if (options.SkipStatuses.Count == 0) return contacts;
        var keys = contacts.Select(Customer).DistinctBy(key => (key[KeyColumns[0]], key[KeyColumns[1]])).ToList();
        var read = await sage.ReadManyAsync(CustomersToCrm.Table, keys, cancellation).ToListAsync(cancellation);
        var states = keys.Zip(read).ToDictionary(
            pair => (pair.First[KeyColumns[0]], pair.First[KeyColumns[1]]), pair => pair.Second?.FindText(Status));
        return [.. contacts.Select(contact =>
        {
            var row = JsonObject.Create(contact)!;
            row[Status] = states[(contact.FindText(KeyColumns[0])!, contact.FindText(KeyColumns[1])!)];
            return JsonSerializer.SerializeToElement(row);
        })];
    }

    private static Dictionary<string, string> Customer(JsonElement contact) => new()
    {
        [KeyColumns[0]] = contact.NeedText(KeyColumns[0], SageOptions.Id),
        [KeyColumns[1]] = contact.NeedText(KeyColumns[1], SageOptions.Id),
    };
}
