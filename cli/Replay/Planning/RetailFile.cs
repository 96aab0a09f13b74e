using System.Globalization;
using Isthmus.Cli.Csv;

namespace Isthmus.Cli.Replay.Planning;

/// <summary>Reads the columns of the UCI Online Retail set, in any order.</summary>
internal static class RetailFile
{
    private static readonly string[] Columns =
        ["InvoiceNo", "StockCode", "Description", "Quantity", "InvoiceDate", "UnitPrice", "CustomerID", "Country"];

    public static List<RetailRow> Read(string path)
    {
        using var text = new StreamReader(path);
        return Read(text);
    }

    public static List<RetailRow> Read(TextReader text)
    {
        using var records = new CsvReader(text).Records().GetEnumerator();
        if (!records.MoveNext()) throw new CsvException(1, "the file is empty; its first line must name the columns.");
        var header = records.Current.Fields;
        var at = Columns.Select(column => Position(header, column)).ToArray();
        var rows = new List<RetailRow>();
        while (records.MoveNext()) rows.Add(Row(records.Current.Line, records.Current.Fields, header.Count, at));
        return rows;
    }

    private static int Position(IReadOnlyList<string> header, string column)
    {
        for (var i = 0; i < header.Count; i++)
            if (header[i].Trim().Equals(column, StringComparison.OrdinalIgnoreCase)) return i;
        throw new CsvException(1, $"there is no column {column}; needed are {string.Join(", ", Columns)}.");
    }

    private static RetailRow Row(int line, IReadOnlyList<string> fields, int width, int[] at)
    {
        if (fields.Count != width) throw new CsvException(line, $"{fields.Count} fields where the header has {width}.");
        string Field(int column) => fields[at[column]].Trim();
        if (Field(0).Length == 0) throw new CsvException(line, "InvoiceNo is empty.");
        if (Field(1).Length == 0) throw new CsvException(line, "StockCode is empty.");
        return new RetailRow(
            line, Field(0), Field(1), Field(2), Whole(line, Field(3)), Field(4), Price(line, Field(5)),
                WithoutFraction(Field(6)), Field(7));
    }

    private static long Whole(int line, string text) =>
        decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
            && decimal.Truncate(number) == number
            ? (long)number
            : throw new CsvException(line, $"Quantity '{text}' is not a whole number.");

    private static decimal Price(int line, string text) =>
        decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var price)
            ? price
            : throw new CsvException(line, $"UnitPrice '{text}' is not a number.");

    /// <summary>Spreadsheets write the customer 17850 as 17850.0.</summary>
    private static string WithoutFraction(string customer) => customer.EndsWith(".0", StringComparison.Ordinal)
        ? customer[..^2] : customer;
}
