using System.Globalization;
using Isthmus.Connectors.Options;
using Isthmus.Connectors.Sage300;
using Isthmus.Connectors.ZohoCrm;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Isthmus.Functions.Deals;

/// <summary>What a company decided about deals, checked: the app refuses to start with what it cannot mean.</summary>
public sealed class DealRules(IOptions<DealOptions> options, IServiceProvider services)
{
    private const string Section = "Isthmus:Deals";

    /// <summary>As it was configured.</summary>
    public DealOptions Options => options.Value;

    /// <summary>Why deals are not carried; null where they are.</summary>
    public string? Obstacle => !Options.Enabled ? "Deals are not carried: Isthmus:Deals:Enabled is false."
        : services.GetService<ZohoCrmOptions>() is not { IsSetUp: true }
            ? "Deals are not carried: the connection zoho-crm is not set up."
        : services.GetService<Sage300Client>() is null ? "Deals are not carried: the connection sage-300 is not set up." : null;

    /// <summary>True where deals are carried.</summary>
    public bool IsOn => Obstacle is null;

    /// <summary>The first closing date that counts.</summary>
    public DateOnly ClosedFrom => Day(Options.ClosedFrom) ?? DateOnly.MaxValue;

    /// <exception cref="InvalidOptionsException">Something is wrong; it lists everything.</exception>
    internal void Require()
    {
        if (Options.Enabled && Check(Options) is { Count: > 0 } problems) throw new InvalidOptionsException(problems);
    }

    internal static IReadOnlyList<OptionsProblem> Check(DealOptions rules)
    {
        var problems = new List<OptionsProblem>();
        Unless(Day(rules.ClosedFrom) is not null, nameof(rules.ClosedFrom), rules.ClosedFrom,
            "Give the first closing date that counts, such as 2026-12-01.");
        Unless(rules.LinesFrom is "quote" or "products" or "subform", nameof(rules.LinesFrom), rules.LinesFrom,
            "Give quote, products or subform.");
        Unless(rules.LinesFrom != "subform" || rules.Subform.Name.Length > 0, "Subform:Name", rules.Subform.Name,
            "Give the API name of the subform that holds the lines.");
        Unless(rules.AmountDiffers is "hold" or "ignore", nameof(rules.AmountDiffers), rules.AmountDiffers,
            "Give hold or ignore.");
        Unless(Enum.IsDefined(rules.WonAgain), nameof(rules.WonAgain), $"{rules.WonAgain}", "Give hold, newOrder or ignore.");
        Unless(rules.NumberPrefix.Length is >= 1 and <= 6, nameof(rules.NumberPrefix), rules.NumberPrefix,
            "Give 1 to 6 characters.");
        Unless(rules.OptionalField.Length <= 12, nameof(rules.OptionalField), rules.OptionalField,
            "Give the optional field's name: at most 12 characters.");
        Unless(rules.Location.Length <= 6, nameof(rules.Location), rules.Location, "Give a location code: at most 6 characters.");
        Unless(rules.FollowDays is >= 1 and <= 3650, nameof(rules.FollowDays), $"{rules.FollowDays}", "Give 1 to 3650 days.");
        return problems;

        void Unless(bool good, string name, string value, string cure)
        {
            if (!good) problems.Add(new($"{Section}:{name}", value.Length == 0 ? "(empty)" : value, cure));
        }
    }

    private static DateOnly? Day(string text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
}
