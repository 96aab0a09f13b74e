namespace Isthmus.Functions.OrderToCash;

/// <summary>Tells addresses that can be delivered to from text that cannot; the mail server has the last word.</summary>
public static class EmailAddress
{
    /// <summary>True for one <c>@</c> between two parts without blanks, at most 254 characters.</summary>
    public static bool Plausible(string text)
    {
        var at = text.IndexOf('@');
        return at is > 0 and <= 64 && at == text.LastIndexOf('@') && at < text.Length - 1 && text.Length <= 254
            && !text.Any(c => char.IsWhiteSpace(c) || char.IsControl(c) || c is '<' or '>' or ',' or ';');
    }
}
