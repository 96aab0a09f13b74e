using System.Text.Json;
using Isthmus.Flows.Tests.Support;
using Isthmus.Tests.Support;

namespace Isthmus.Flows.Tests.Items;

/// <summary>A company's UDFs and custom fields, named in the table item-fields.</summary>
public sealed class When_items_have_fields_of_their_own : IDisposable
{
    private readonly TemporaryFolder mappings = new();

    public When_items_have_fields_of_their_own()
    {
        var shipped = Path.Combine(AppContext.BaseDirectory, "mappings");
        foreach (var file in Directory.EnumerateFiles(shipped, "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(mappings.Path, Path.GetRelativePath(shipped, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }
        var table = Path.Combine(mappings.Path, "references", "item-fields.yaml");
        File.WriteAllText(table, File.ReadAllText(table).Replace(
            "rows: {}", "rows:\n  UDF_COLOUR: [cf_colour, \"\"]\n  cf_colour: [\"\", UDF_COLOUR]\n", StringComparison.Ordinal));
    }

    public void Dispose() => mappings.Dispose();

    [Fact]
    public async Task A_UDF_becomes_a_custom_field_and_is_emptied_with_it()
    {
        await using var world = await StartAsync("sage-to-zoho");
        var items = new ItemDesk(world);
        await items.EnterAsync(new { itemCode = "BTL-1L", description = "Bottle", price = 1 });
        await items.SetAsync("BTL-1L", new { UDF_COLOUR = "red" });
        await items.CarryAsync();
        Assert.Equal("red", Colour((await items.InZohoAsync("BTL-1L"))!.Value));

        await items.SetAsync("BTL-1L", new { UDF_COLOUR = "" });
        Assert.Equal("Changed in Zoho.", Assert.Single(await items.CarryAsync()).GetProperty("outcome").GetString());
        Assert.Equal("", Colour((await items.InZohoAsync("BTL-1L"))!.Value));
    }

    [Fact]
    public async Task A_custom_field_becomes_a_UDF()
    {
        await using var world = await StartAsync("zoho-to-sage");
        var items = new ItemDesk(world);
        await items.ByHandAsync("POST", "/items", new
        {
            name = "Bottle", sku = "BTL-1L", rate = 1, custom_fields = new[] { new { api_name = "cf_colour", value = "red" } },
        });
        await items.CarryAsync();
        Assert.Equal("red", (await items.InSageAsync("BTL-1L"))!.Value.GetProperty("UDF_COLOUR").GetString());
    }

    private async Task<World> StartAsync(string direction)
    {
        var world = await World.StartAsync(("Isthmus:Items:Direction", direction), ("Isthmus:Mappings:Folder", mappings.Path));
        await world.PostAsync("/_sandbox/zoho-inventory/custom-fields", new { module = "item", label = "Colour" });
        await world.PostAsync("/_sandbox/sage-100/udfs", new { @object = "CI_Item", name = "UDF_COLOUR", length = 20 });
        return world;
    }

    private static string Colour(JsonElement item) =>
        item.GetProperty("custom_field_hash").TryGetProperty("cf_colour", out var colour) ? colour.GetString()! : "";
}
