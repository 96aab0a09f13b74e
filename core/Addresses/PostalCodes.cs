using System.Collections.Frozen;
using Isthmus.Core.References;

namespace Isthmus.Core.Addresses;

/// <summary>
/// Writes postal codes as their country does. 9 stands for a digit, A for a letter; several forms are parted by |.
/// </summary>
public sealed class PostalCodes
{
    /// <summary>The reference table behind it: country to forms.</summary>
    public const string TableName = "postal-formats";

    private readonly FrozenDictionary<string, string[]> _forms;

    /// <summary>Reads the table.</summary>
    public PostalCodes(ReferenceTable table) =>
        _forms = table.Rows.ToFrozenDictionary(row => row.Key, row => row.Cells[0]!.Split('|'), StringComparer.OrdinalIgnoreCase);

    /// <summary>The code in its country's form; unchanged but for spaces around it when it fits none.</summary>
    public string Standardise(string country, string text)
    {
        var given = text.Trim();
        if (!_forms.TryGetValue(country, out var forms))
            return given;
        Span<char> bare = stackalloc char[16];
        if (!TryBare(given, ref bare))
            return given;
        foreach (var form in forms)
        {
            if (Fill(form, bare) is { } filled)
                return filled;
        }
        return given;
    }

    /// <summary>True when the country has no known form, or the code fits one.</summary>
    public bool IsValid(string country, string text) =>
        !_forms.TryGetValue(country, out var forms) || Array.IndexOf(forms, Shape(Standardise(country, text))) >= 0;

    // A code in its country's form has the form's own shape.
    private static string Shape(string code) => string.Create(code.Length, code, static (shape, code) =>
    {
        for (var i = 0; i < code.Length; i++)
            shape[i] = char.IsAsciiDigit(code[i]) ? '9' : char.IsAsciiLetter(code[i]) ? 'A' : code[i];
    });

    private static bool TryBare(string text, ref Span<char> bare)
    {
        var length = 0;
        foreach (var letter in text)
        {
            if (!char.IsAsciiLetterOrDigit(letter))
                continue;
            if (length == bare.Length)
                return false;
            bare[length++] = char.ToUpperInvariant(letter);
        }
        bare = bare[..length];
        return length > 0;
    }

    private static string? Fill(string form, ReadOnlySpan<char> bare)
    {
        Span<char> filled = stackalloc char[form.Length];
        var used = 0;
        for (var i = 0; i < form.Length; i++)
        {
            if (form[i] is not ('9' or 'A'))
                filled[i] = form[i];
            else if (used < bare.Length && (form[i] == '9' ? char.IsAsciiDigit(bare[used]) : char.IsAsciiLetter(bare[used])))
                filled[i] = bare[used++];
            else
                return null;
        }
        return used == bare.Length ? new(filled) : null;
    }
}
