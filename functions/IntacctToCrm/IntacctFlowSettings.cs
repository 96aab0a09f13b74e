using Isthmus.Connectors.Options;
using Microsoft.Extensions.Configuration;

namespace Isthmus.Functions.IntacctToCrm;

/// <summary>Reads what the company shows of Sage Intacct in its CRM, and refuses what cannot be.</summary>
internal static class IntacctFlowSettings
{
    private static readonly TimeSpan Longest = TimeSpan.FromDays(1);

    /// <exception cref="InvalidOptionsException">Looks would leave changes out between them, or never come to an end.</exception>
    public static IntacctFlowOptions Read(IConfigurationSection section)
    {
        var options = section.Get<IntacctFlowOptions>() ?? new IntacctFlowOptions();
        return options.Overlap >= TimeSpan.Zero && options.Overlap <= Longest ? options : throw new InvalidOptionsException(
            [new($"{section.Path}:{nameof(options.Overlap)}", $"{options.Overlap}", "Give 00:00:00 to 1.00:00:00; 00:20:00 is usual.")]);
    }
}
