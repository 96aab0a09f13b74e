using Isthmus.Agent.Business;
using Isthmus.Agent.Hosting;

namespace Isthmus.Agent.Boi;

/// <summary>The business objects of the Sage 100 installation on this host.</summary>
internal sealed partial class ComBusinessObjects : IBusinessObjects, IDisposable
{
    private readonly Dictionary<string, SessionPool> pools;
    private readonly BoiCatalogue catalogue;
    private readonly SageHostOptions options;
    private readonly ILogger log;

    public ComBusinessObjects(SageHostOptions options, IComLibrary library, TimeProvider time, ILogger<ComBusinessObjects> log)
    {
        (this.options, this.log) = (options, log);
        catalogue = new BoiCatalogue(options.Objects, options.Without);
        var password = new SecretReference(options.Password, time);
        pools = options.Companies.ToDictionary(company => company, company => new SessionPool(options, time, () =>
            new ComSession(company, options, catalogue, () => Open(company), time)), StringComparer.Ordinal);

        SessionGraph Open(string company)
        {
            LogOpens(log, company);
            return new SessionGraph(options, password.Value(), company, library, time, log);
        }
    }

    public HostFacts Facts => new(options.Release, options.Companies, catalogue.Names, options.TimeZone);

    public async Task<T> WorkAsync<T>(string company, Func<IBusinessSession, T> work, CancellationToken cancellation)
    {
        if (!pools.TryGetValue(company, out var pool)) throw AgentException.UnknownCompany(company);
        try
        {
            return await pool.WorkAsync(work, cancellation);
        }
        catch (BrokenSessionException broken)
        {
            LogBroke(log, company, broken.Message);
            throw;
        }
        catch (AgentException stuck) when (stuck.Code == "stuck")
        {
            LogStuck(log, company, stuck.Message);
            throw;
        }
        catch (UnknownVerbException unknown)
        {
            throw AgentException.NotSupported(unknown.Message);
        }
    }

    public void Dispose()
    {
        foreach (var pool in pools.Values) pool.Dispose();
    }

    [LoggerMessage(210, LogLevel.Information, "A session of company {Company} is opened.")]
    private static partial void LogOpens(ILogger logger, string company);

    [LoggerMessage(
        212, LogLevel.Error, "A session of company {Company} is given up, with its seat. {Reason} Restart the service.")]
    private static partial void LogStuck(ILogger logger, string company, string reason);

    [LoggerMessage(211, LogLevel.Warning, "A session of company {Company} is thrown away. {Reason}")]
    private static partial void LogBroke(ILogger logger, string company, string reason);
}
