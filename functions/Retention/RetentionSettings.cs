using System.Globalization;
using Isthmus.Connectors.Options;
using Microsoft.Extensions.Configuration;

namespace Isthmus.Functions.Retention;

/// <summary>Reads the retention times and collects everything that is wrong with them.</summary>
internal sealed class RetentionSettings(IConfigurationSection section)
{
    private readonly List<OptionsProblem> problems = [];

    /// <exception cref="InvalidOptionsException">Something is wrong; it lists everything.</exception>
    public static RetentionOptions Read(IConfigurationSection section)
    {
        var settings = new RetentionSettings(section);
        var options = settings.Read();
        return settings.problems.Count == 0 ? options : throw new InvalidOptionsException(settings.problems);
    }

    private RetentionOptions Read()
    {
        var usual = new RetentionOptions();
        RefuseUnknown();
        var (inbox, histories) = (Days(nameof(usual.Inbox), usual.Inbox, 35), Days(nameof(usual.Histories), usual.Histories, 1));
        return new RetentionOptions
        {
            Inbox = inbox,
            Histories = histories,
            Runs = Days(nameof(usual.Runs), usual.Runs, Longer(inbox, histories)),
            Audit = Days(nameof(usual.Audit), usual.Audit, 365),
            Payloads = Days(nameof(usual.Payloads), Math.Max(usual.Payloads, Longer(inbox, histories)), Longer(inbox, histories)),
            DeadLetters = Days(nameof(usual.DeadLetters), usual.DeadLetters, 1),
            Reconciliation = Days(nameof(usual.Reconciliation), usual.Reconciliation, 93),
            CrmRecords = Days(nameof(usual.CrmRecords), usual.CrmRecords, 121),
        };
    }

    private int Days(string name, int usual, int least)
    {
        if (section[name] is not { Length: > 0 } text) return usual;
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var days)
            && (days == 0 || (days >= least && days <= 36_500))) return days;
        problems.Add(new OptionsProblem(
            $"{section.Path}:{name}", text, $"Give a number of days from {least} to 36500, or 0 to keep everything."));
        return usual;
    }

    /// <summary>0 is for ever; what depends on it may still be shorter, for the purge asks what is needed.</summary>
    private static int Longer(int one, int other) => Math.Max(one, other);

    private void RefuseUnknown()
    {
        var known = typeof(RetentionOptions).GetProperties().Select(property => property.Name).ToList();
        foreach (var child in section.GetChildren().Where(child => !known.Contains(child.Key, StringComparer.OrdinalIgnoreCase)))
            problems.Add(new OptionsProblem(child.Path, child.Value ?? "", $"There is no such setting; there are {string.Join(", ", known)}."));
    }
}
