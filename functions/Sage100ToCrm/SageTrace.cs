using System.Text.Json;

namespace Isthmus.Functions.Sage100ToCrm;

/// <summary>
/// Documents whose stamps tell that another row shows other values now, although its own stamps stayed: an invoice moves the
/// balance of its customer.
/// </summary>
/// <param name="Object">The documents.</param>
/// <param name="Columns">The columns that name the row.</param>
/// <param name="KeyOf">The row's key; null where the document moves none.</param>
internal sealed record SageTrace(string Object, IReadOnlyList<string> Columns, Func<JsonElement, Dictionary<string, string>?> KeyOf)
{
    /// <summary>The object that shows the row where it is no longer among its own; null where nothing does.</summary>
    public string? Instead { get; init; }

    /// <summary>Those of the documents whose rows are wanted, asked before the rows are read; null where all are.</summary>
    public Func<IReadOnlyList<JsonElement>, CancellationToken, Task<IReadOnlyList<JsonElement>>>? Wanted { get; init; }

    /// <summary>
    /// Which of the documents may still move their rows: a look at everything that leaves old rows out follows these; null where it
    /// follows none.
    /// </summary>
    public Func<JsonElement, bool>? MayMove { get; init; }

    /// <summary>True where a look at everything follows it too, because the rows it leads to are not among their own any more.</summary>
    public bool Always { get; init; }

    private static readonly string[] Customer = ["ARDivisionNo", "CustomerNo"];

    /// <summary>Documents that name their customer as customers name themselves.</summary>
    public static SageTrace OfCustomer(string document) => new(document, Customer, row => new()
    {
        [Customer[0]] = row.GetProperty(Customer[0]).GetString()!, [Customer[1]] = row.GetProperty(Customer[1]).GetString()!,
    });
}
