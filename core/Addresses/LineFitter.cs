namespace Isthmus.Core.Addresses;

/// <summary>Fits street lines into fields of given lengths, between words; what does not fit goes on to the next field.</summary>
internal static class LineFitter
{
    /// <summary>As many texts as there are fields at most, and what did not fit in any.</summary>
    public static (IReadOnlyList<string> Lines, string Left) Fit(IReadOnlyList<string> lines, IReadOnlyList<int> lengths)
    {
        if (FitAsTheyAre(lines, lengths))
            return (lines, "");
        var apart = Wrap(lines.Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries)), lengths);
        if (apart.Left.Length == 0)
            return apart;
        return Wrap([string.Join(", ", lines).Split(' ', StringSplitOptions.RemoveEmptyEntries)], lengths);
    }

    private static bool FitAsTheyAre(IReadOnlyList<string> lines, IReadOnlyList<int> lengths)
    {
        if (lines.Count > lengths.Count)
            return false;
        for (var i = 0; i < lines.Count; i++)
        {
            if (lines[i].Length > lengths[i])
                return false;
        }
        return true;
    }

    private static (List<string> Lines, string Left) Wrap(IEnumerable<string[]> groups, IReadOnlyList<int> lengths)
    {
        var fitted = new List<string>();
        var rest = new List<string>();
        foreach (var words in groups)
        {
            var line = "";
            foreach (var word in words.SelectMany(word => Pieces(word, lengths.Max())))
            {
                if (fitted.Count >= lengths.Count)
                {
                    rest.Add(word);
                    continue;
                }
                var longer = line.Length == 0 ? word : $"{line} {word}";
                if (longer.Length <= lengths[fitted.Count])
                {
                    line = longer;
                    continue;
                }
                if (line.Length > 0)
                    fitted.Add(line);
                line = "";
                if (fitted.Count < lengths.Count && word.Length <= lengths[fitted.Count])
                    line = word;
                else
                    rest.Add(word);
            }
            if (line.Length > 0)
                fitted.Add(line);
        }
        return (fitted, string.Join(' ', rest));
    }

    // A word longer than every field is cut between the characters that people see.
    private static IEnumerable<string> Pieces(string word, int longest)
    {
        while (word.Length > longest)
        {
            var piece = WholeCharacters.Begin(word, longest);
            if (piece.Length == 0)
                break;
            yield return piece;
            word = word[piece.Length..];
        }
        yield return word;
    }
}
