using Isthmus.Connectors.Options;
using Microsoft.Extensions.Configuration;

namespace Isthmus.Functions.Items;

/// <summary>Reads what the company decides about its items, and refuses what cannot be.</summary>
internal static class ItemSettings
{
    private static readonly string[] Directions = ["sage-to-zoho", "zoho-to-sage", "off"];

    /// <exception cref="InvalidOptionsException">Something is wrong; it lists everything.</exception>
    public static ItemOptions Read(IConfigurationSection section)
    {
        var options = section.Get<ItemOptions>() ?? new ItemOptions();
        var problems = new List<OptionsProblem>();
        if (!Directions.Contains(options.Direction))
            problems.Add(new($"{section.Path}:{nameof(options.Direction)}", options.Direction, $"Give {string.Join(", ", Directions)}."));
        if (options.RunsARound is < 1 or > 5000)
            problems.Add(new($"{section.Path}:{nameof(options.RunsARound)}", $"{options.RunsARound}", "Give 1 to 5,000."));
        return problems.Count == 0 ? options : throw new InvalidOptionsException(problems);
    }
}
