using Isthmus.Agent.Business;
using Isthmus.Sandbox.Sage100.Boi;
using Isthmus.Sandbox.Sage100.Data;

namespace Isthmus.Sandbox.Sage100.Host;

/// <summary>A session over the emulated company, for as long as a call lasts.</summary>
/// <param name="company">The company.</param>
/// <param name="dictionaries">Its tables as they are described.</param>
/// <param name="breaks">Whether the session breaks after a record was stored, by "SO_SalesOrder create".</param>
internal sealed class EmulatedSession(Company company, EmulatedDictionaries dictionaries, Func<string, bool> breaks)
    : IBusinessSession
{
    /// <summary>What a person does on a screen, where nothing breaks.</summary>
    public static EmulatedSession OfPerson(Company company) => new(company, new EmulatedDictionaries(company), _ => false);

    /// <summary>Whether something was asked to be written.</summary>
    public bool Wrote { get; private set; }

    public ObjectDictionary? Describe(string name) => dictionaries.Of(name);

    public IBusinessService? Service(string name) => company.Find(name) is { } table ? new EmulatedService(company, table) : null;

    public IBusinessObject? Object(string name)
    {
        if (BusinessObjects.Create(company, name) is not { } bus) return null;
        Wrote = true;
        return new EmulatedObject(bus, breaks);
    }

    public RowPage Query(RowQuery query) => EmulatedQuery.Run(company[query.Object], query);

    public string? NextNumber(string name) => Numbering.Counts(name) ? Numbering.Next(company, name) : null;
}
