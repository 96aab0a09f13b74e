namespace Isthmus.Agent.Business;

/// <summary>Sage gives no object: the user may not run its task, or the module is not there. Nothing was done.</summary>
internal sealed class RefusedObjectException(BoiError error) : Exception(error.Message)
{
    public BoiError Error => error;
}
