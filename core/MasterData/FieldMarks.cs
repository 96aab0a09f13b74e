using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Isthmus.Core.MasterData;

/// <summary>
/// Tells for each field of a record whether it is as it was, without keeping its value. Salted with the record's key, so that equal
/// values of two records cannot be told.
/// </summary>
public sealed class FieldMarks
{
    private const int Bytes = 6;

    // No mark of a value looks like it.
    private const string Unknown = "-";

    // Begins the mark of a list of records, which only the whole record shows.
    private const char Lines = 'L';

    private readonly Dictionary<string, string> marks;

    private FieldMarks(Dictionary<string, string> marks) => this.marks = marks;

    /// <summary>The API names of the fields that lists of records show: all but lines.</summary>
    public IEnumerable<string> Listed => marks.Where(mark => mark.Value[0] != Lines).Select(mark => mark.Key);

    /// <summary>The marks of a record's fields.</summary>
    public static FieldMarks Of(string key, JsonElement body) => new(body.EnumerateObject().ToDictionary(
        field => field.Name, field => MarkOf(key, field.Name, field.Value), StringComparer.Ordinal));

    /// <summary>Reads what <see cref="ToString"/> wrote; null for null.</summary>
    public static FieldMarks? Parse(string? text) => text is null ? null : new(text
        .Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(field => field.Split(':'))
        .ToDictionary(field => field[0], field => field[1], StringComparer.Ordinal));

    /// <summary>The names of the fields that are not as they were, those that are no longer there among them.</summary>
    public IReadOnlyList<string> ChangedSince(FieldMarks? before) =>
    [
        .. marks.Where(field => before?.marks.GetValueOrDefault(field.Key) != field.Value).Select(field => field.Key),
        .. Missing(before),
    ];

    /// <summary>The names that were there and are no more.</summary>
    public IEnumerable<string> Missing(FieldMarks? before) => before?.marks.Keys.Where(name => !marks.ContainsKey(name)) ?? [];

    /// <summary>Whether a field's value is the one that is marked; true for fields that are not.</summary>
    public bool Fits(string key, string name, JsonElement value) =>
        !marks.TryGetValue(name, out var mark) || mark == MarkOf(key, name, value);

    /// <summary>These, and one more field.</summary>
    public FieldMarks With(string key, string name, JsonElement value) =>
        new(new Dictionary<string, string>(marks, StringComparer.Ordinal) { [name] = MarkOf(key, name, value) });

    /// <summary>These, without some of them.</summary>
    public FieldMarks Without(IReadOnlyCollection<string> names) => new(marks
        .Where(field => !names.Contains(field.Key)).ToDictionary(field => field.Key, field => field.Value, StringComparer.Ordinal));

    /// <summary>
    /// What is known while these are under way over what was there: every name of both, and of those that change no value.
    /// </summary>
    public FieldMarks UnderWay(FieldMarks? before)
    {
        var both = new Dictionary<string, string>(before?.marks ?? [], StringComparer.Ordinal);
        foreach (var name in ChangedSince(before)) both[name] = Unknown;
        return new(both);
    }

    /// <summary>For a table: names and marks.</summary>
    public override string ToString() => string.Join(' ', marks.Select(field => $"{field.Key}:{field.Value}"));

    private static string MarkOf(string key, string name, JsonElement value)
    {
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes($"{key}\n{name}\n{PlainValue.Of(value)}")).AsSpan(0, Bytes);
        return PlainValue.IsLines(value) ? Lines + Convert.ToHexStringLower(hash) : Convert.ToHexStringLower(hash);
    }
}
