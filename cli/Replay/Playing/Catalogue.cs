using Isthmus.Cli.Clients;
using Isthmus.Cli.Replay.Planning;

namespace Isthmus.Cli.Replay.Playing;

/// <summary>Puts the articles of a plan into Zoho's and Sage's catalogues.</summary>
internal static class Catalogue
{
    private const int Stock = 1_000_000;

    public static async Task SeedAsync(SandboxClient sandbox, IReadOnlyList<PlannedItem> items, CancellationToken cancel)
    {
        await sandbox.PostAsync("/_sandbox/zoho-inventory/items", items.Select(item => new
        {
            sku = item.Sku, name = item.Name, rate = item.Price, type = item.IsService ? "service" : "goods", stock = Stock
        }), cancel);
        await sandbox.PostAsync("/_sandbox/sage-100/items", items.Where(item => !item.IsService).Select(item => new
        {
            itemCode = item.Sku, description = item.Name, price = item.Price, stock = Stock
        }), cancel);
    }
}
