using Isthmus.Cli.Replay.Planning;

namespace Isthmus.Cli.Tests.Replay;

/// <summary>Small files of invoices, planned with the shipped tables.</summary>
internal static class Invoices
{
    private const string Header = "InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Country\n";

    public static ReplayPlan Plan(params string[] lines) => new ReplayPlanner(RetailTables.Load(Mappings())).Plan(Rows(lines));

    public static List<RetailRow> Rows(params string[] lines) =>
        RetailFile.Read(new StringReader(Header + string.Join('\n', lines)));

    /// <summary>One line of an invoice by customer 17850 in the United Kingdom.</summary>
    public static string Line(string invoice, string code, int quantity, string price, string customer = "17850.0",
        string country = "United Kingdom") =>
        $"{invoice},{code},THING,{quantity},2010-12-01 08:26:00,{price},{customer},{country}";

    private static string Mappings()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!Directory.Exists(Path.Combine(folder!.FullName, "mappings", "references"))) folder = folder.Parent;
        return Path.Combine(folder.FullName, "mappings");
    }
}
