using System.Text;
using System.Text.Json;
using Isthmus.Connectors.Stripe;
using Isthmus.Connectors.ZohoInventory;
using Isthmus.Core;
using Isthmus.Core.Mapping;
using Microsoft.Extensions.DependencyInjection;

namespace Isthmus.Fuzz;

/// <summary>Records of vendors through the shipped mappings: mapped to a document that parses, or refused with the fields named.</summary>
internal sealed class MappedRecordTarget : Target
{
    private static readonly string[] Names =
        ["stripe-order", "stripe-payment", "zoho-salesorder", "order-to-zoho-salesorder", "order-to-sage-salesorder"];
    private readonly Dictionary<string, byte[]> records = [];
    private MappingCatalog catalog = null!;

    public override string Name => "mapped-record";

    public override int Share => 120;

    public override async Task OpenAsync()
    {
        SpoiledAnswers.Spoil(null);
        await using var parts = await FlowParts.OpenAsync();
        catalog = parts.Services.GetRequiredService<MappingCatalog>();
        var stripe = await parts.Services.GetRequiredService<StripeClient>().ReadOrderAsync(SpoiledAnswers.Intent, CancellationToken.None);
        var zoho = await parts.Services.GetRequiredService<ZohoInventoryClient>().GetSalesOrderAsync("460000000000034001", CancellationToken.None);
        var order = catalog.Get("stripe-order").Apply(stripe, MappingContext.Empty).Output.ToArray();
        foreach (var name in Names) records[name] = order;
        records["stripe-order"] = records["stripe-payment"] = Encoding.UTF8.GetBytes(stripe.GetRawText());
        records["zoho-salesorder"] = Encoding.UTF8.GetBytes(zoho.GetRawText());
    }

    public override Input Make(Dice dice)
    {
        var name = dice.One(Names);
        return new Input(JsonMutations.Of(records[name], dice), name);
    }

    public override ValueTask<string?> TryAsync(Input input)
    {
        JsonElement record;
        try { record = SoundJson.Parse(input.Bytes); }
        catch (JsonException) { return new((string?)null); }
        var result = catalog.Get(input.Head).Apply(record, MappingContext.Empty);
        if (result.Problems.Count > 0) return new((string?)null);
        JsonElement.Parse(result.Output.Span);
        return new((string?)null);
    }
}
