using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Isthmus.Connectors.Options;

/// <summary>Puts a connection's options, and what could not be read of them, into the container.</summary>
public static class ConnectionOptionsRegistration
{
    internal static T AddConnectionOptions<T>(this IServiceCollection services, IConfigurationSection section)
        where T : class, IConnectionOptions, new()
    {
        var problems = new OptionsProblems(section.Path);
        var options = OptionsReader.Read<T>(section, problems);
        services.AddSingleton(options);
        services.AddSingleton(new ReadOptions(section.Path, options, problems.Found));
        return options;
    }

    /// <summary>Everything that is wrong with the configured connections; empty when the app can start.</summary>
    /// <param name="services">The app's services.</param>
    public static IReadOnlyList<OptionsProblem> ConnectionProblems(this IServiceProvider services) =>
        [.. services.GetServices<ReadOptions>().SelectMany(read => read.Problems())];

    /// <summary>Refuses to go on with a configuration that cannot work.</summary>
    /// <param name="services">The app's services.</param>
    /// <exception cref="InvalidOptionsException">Something is wrong; it lists everything.</exception>
    public static void RequireValidConnections(this IServiceProvider services)
    {
        if (services.ConnectionProblems() is { Count: > 0 } problems) throw new InvalidOptionsException(problems);
    }
}
