using Isthmus.Agent;
using Isthmus.Agent.Business;
using Isthmus.Sandbox.Faults;
using Isthmus.Sandbox.Sage100.Data;
using Isthmus.Sandbox.Sage100.Updates;

namespace Isthmus.Sandbox.Sage100.Host;

/// <summary>The agent's view of a host whose business objects are emulated.</summary>
internal sealed class EmulatedHost(Company company, FaultPlan faults) : IBusinessObjects
{
    private readonly HostSessions sessions = new(company.Settings);
    private readonly EmulatedDictionaries dictionaries = new(company);

    public HostFacts Facts => new(company.Settings.ReleaseName, [Company.Code],
        [.. company.Tables.Select(table => table.Schema.Object)], company.Settings.TimeZone);

    public Task<T> WorkAsync<T>(string code, Func<IBusinessSession, T> work, CancellationToken cancellation)
    {
        if (code != Company.Code) throw AgentException.UnknownCompany(code);
        if (company.Settings.CompanyLocked)
            throw AgentException.Unavailable("The company is locked for period end processing.", 5);
        using var place = sessions.Take();
        lock (company.Gate) return Task.FromResult(Work(work));
    }

    private T Work<T>(Func<IBusinessSession, T> work)
    {
        var session = new EmulatedSession(
            company, dictionaries, subject => faults.Take(SageVendor.Id, FaultKind.StoredError, subject));
        var done = work(session);
        if (session.Wrote && company.Settings.AutoPost) RegisterUpdates.Run(company);
        return done;
    }
}
