namespace Isthmus.Agent.Business;

/// <summary>An object at this host does not have a verb; it was not carried out.</summary>
internal sealed class UnknownVerbException(string what, string verb, Exception cause)
    : Exception($"{what} does not know {verb}. Its name here may be another: Sage:Objects in agent.json.", cause)
{
    public string Object => what;
}
