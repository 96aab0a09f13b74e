using System.Globalization;
using Isthmus.Sandbox.ZohoInventory.Api;
using Isthmus.Sandbox.ZohoInventory.Bodies;

namespace Isthmus.Sandbox.ZohoInventory.Lists;

/// <summary>A column that a list may be filtered and sorted by. Its suffixes are the vendor's (notes, section 4).</summary>
internal abstract class Column<T>(string name)
{
    public string Name { get; } = name;

    /// <summary>The filters under this column's name, with the test each stands for.</summary>
    public abstract IEnumerable<(string Parameter, Func<string, Func<T, bool>> Test)> Filters { get; }

    public abstract IOrderedEnumerable<T> Sort(IEnumerable<T> rows, bool descending);

    protected static IOrderedEnumerable<T> By<TKey>(IEnumerable<T> rows, Func<T, TKey> key, bool descending) =>
        descending ? rows.OrderByDescending(key) : rows.OrderBy(key);
}

/// <summary>Text, letter case ignored. A record may have several values (the e-mail addresses of its persons).</summary>
internal sealed class TextColumn<T>(string name, Func<T, IEnumerable<string?>> values, bool exactOnly = false) : Column<T>(name)
{
    private const StringComparison Ignoring = StringComparison.OrdinalIgnoreCase;

    public TextColumn(string name, Func<T, string?> value, bool exactOnly = false)
        : this(name, row => [value(row)], exactOnly) { }

    public override IEnumerable<(string, Func<string, Func<T, bool>>)> Filters
    {
        get
        {
            yield return (Name, text => row => Any(row, value => value.Equals(text, Ignoring)));
            if (exactOnly) yield break;
            yield return (Name + "_startswith", text => row => Any(row, value => value.StartsWith(text, Ignoring)));
            yield return (Name + "_contains", text => row => Any(row, value => value.Contains(text, Ignoring)));
        }
    }

    public override IOrderedEnumerable<T> Sort(IEnumerable<T> rows, bool descending) =>
        By(rows, row => values(row).FirstOrDefault() ?? "", descending);

    private bool Any(T row, Func<string, bool> test) => values(row).Any(value => value is not null && test(value));
}

/// <summary>An amount or a quantity.</summary>
internal sealed class NumberColumn<T>(string name, Func<T, decimal> value) : Column<T>(name)
{
    public override IEnumerable<(string, Func<string, Func<T, bool>>)> Filters =>
    [
        (Name, text => Test(text, (given, wanted) => given == wanted)),
        (Name + "_less_than", text => Test(text, (given, wanted) => given < wanted)),
        (Name + "_less_equals", text => Test(text, (given, wanted) => given <= wanted)),
        (Name + "_greater_than", text => Test(text, (given, wanted) => given > wanted)),
        (Name + "_greater_equals", text => Test(text, (given, wanted) => given >= wanted)),
    ];

    public override IOrderedEnumerable<T> Sort(IEnumerable<T> rows, bool descending) => By(rows, value, descending);

    private Func<T, bool> Test(string text, Func<decimal, decimal, bool> holds)
    {
        var wanted = Amounts.Parse(text, Name);
        return row => holds(value(row), wanted);
    }
}

/// <summary>A day. _start and _end include it, _before and _after do not.</summary>
internal sealed class DateColumn<T>(string name, Func<T, DateOnly?> value) : Column<T>(name)
{
    public override IEnumerable<(string, Func<string, Func<T, bool>>)> Filters =>
    [
        (Name, text => Test(text, (given, wanted) => given == wanted)),
        (Name + "_start", text => Test(text, (given, wanted) => given >= wanted)),
        (Name + "_end", text => Test(text, (given, wanted) => given <= wanted)),
        (Name + "_before", text => Test(text, (given, wanted) => given < wanted)),
        (Name + "_after", text => Test(text, (given, wanted) => given > wanted)),
    ];

    public override IOrderedEnumerable<T> Sort(IEnumerable<T> rows, bool descending) => By(rows, value, descending);

    private Func<T, bool> Test(string text, Func<DateOnly?, DateOnly, bool> holds)
    {
        if (!DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var wanted))
            throw Refusal.Parameter(Name);
        return row => holds(value(row), wanted);
    }
}
