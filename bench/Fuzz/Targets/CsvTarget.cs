using Isthmus.Cli.Csv;

namespace Isthmus.Fuzz;

/// <summary>Files of orders: refused with a line number, or read; what was written by the rules is read back as it was.</summary>
internal sealed class CsvTarget : Target
{
    private const string Sample =
        "InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Country\r\n"
        + "536365,85123A,\"WHITE HANGING, \"\"T-LIGHT\"\"\nHOLDER\",6,2010-12-01 08:26:00,2.55,17850,United Kingdom\r\n"
        + "C536379,D,Discount,-1,2010-12-01,27.5,14527,\n";

    public override string Name => "csv";

    public override int Share => 150;

    public override Input Make(Dice dice)
    {
        if (!dice.OnceIn(3)) return new Input(ByteMutations.Of(System.Text.Encoding.UTF8.GetBytes(Sample), dice));
        var rows = Enumerable.Range(0, 1 + dice.Below(4))
            .Select(_ => Enumerable.Range(0, 2 + dice.Below(5)).Select(_ => Field(dice)).ToList()).ToList();
        var text = string.Concat(rows.Select(row => string.Join(',', row.Select(Quoted)) + "\r\n"));
        return new Input(text, string.Join('\u0001', rows.SelectMany(r => r)), Valid: true);
    }

    public override ValueTask<string?> TryAsync(Input input)
    {
        try
        {
            var fields = new CsvReader(new StringReader(input.Text)).Records().SelectMany(record => record.Fields).ToList();
            return new(input.Valid && string.Join('\u0001', fields) != input.Head ? "What was written is not what is read." : null);
        }
        catch (CsvException refused)
        {
            var lines = 1 + input.Text.Count(c => c is '\n' or '\r');
            return new(input.Valid ? "A sound file is refused."
                : refused.Line < 1 || refused.Line > lines ? $"Line {refused.Line} of {lines} is blamed." : null);
        }
    }

    private static string Field(Dice dice)
    {
        var text = OddTexts.Any(dice);
        return new string([.. text.Where(c => c != '\u0001' && !char.IsSurrogate(c)).Take(200)]);
    }

    private static string Quoted(string field) => $"\"{field.Replace("\"", "\"\"")}\"";
}
