using System.Text.RegularExpressions;
using Isthmus.Connectors.Http;
using Isthmus.Connectors.Sage100;
using Isthmus.Core.Failures;

namespace Isthmus.Connectors.Sage100Soap;

/// <summary>
/// Faults in our vocabulary. Source: Sage 100 Web Services Guide, Administration; the texts of a refused logon and of a held record are
/// not published, so those are known by their words.
/// </summary>
internal static partial class SoapFaults
{
    public const string NoKey = "CI_NoKey";
    public const string AlreadyExists = "WS_AlreadyExists";

    /// <summary>The contract is not what it was when the WSDL was read.</summary>
    public const string NotSupported = "ActionNotSupported";

    public static Refusal Judge(ApiCall call, SoapFault fault)
    {
        var failure = Of(call, fault) with { Connection = SageSoapOptions.Id, Operation = call.Operation };
        return new Refusal(failure, RetryNow: failure.Class == FailureClass.Transient && failure.Code != NotSupported);
    }

    private static Failure Of(ApiCall call, SoapFault fault) => fault.Code switch
    {
        NoKey => Make(FailureClass.ReferenceMissing, NoKey, "Sage has no record under this key.",
            "A completed order leaves the open orders: look in its history."),
        AlreadyExists => Make(FailureClass.Conflict, AlreadyExists, "Sage has a record under this key already.",
            "Compare its UDF_EXTERNAL_ID: with our reference it is ours, else the key was taken by somebody else."),
        NotSupported => Make(FailureClass.Transient, NotSupported, "The service does not know this operation under this name any more.",
            "Nothing to do: its WSDL is read anew and the call is made again."),
        "DeserializationFailed" or "Client" => Make(FailureClass.Bug, fault.Code, "The service could not read the call.",
            "Report it: the call itself is wrong, not the record."),
        // A refused value may hold any of the words below.
        _ when fault.Column is not null => Refused(call, fault),
        _ when Logon().IsMatch(fault.Message) || fault.Code.Contains("logon", StringComparison.OrdinalIgnoreCase) =>
            Make(FailureClass.Auth, "logon",
                "Sage refused the user: name or password are wrong, expired, or the user is not enabled for Web Services.",
                "Store the current password (./run secret set NAME); in Sage see User Maintenance, "
                    + "and Web Services in System Configuration and Company Maintenance."),
        _ when Company().IsMatch(fault.Message) => Make(FailureClass.Auth, "company", "Sage does not let this company code in.",
            "Set Company to the company's code, in upper case; Web Services must be allowed in Company Maintenance."),
        _ when General().IsMatch(fault.Message) || fault.Code is "InternalServiceFault" or "Server" =>
            Make(FailureClass.Transient, "server-fault", "The service failed.",
                "It is tried again; the host's event log, source eBusiness Web Services, says what happened.") with
            { EffectUnknown = !call.ReadOnly },
        _ => Refused(call, fault),
    };

    /// <summary>The words may hold the value that was refused, and do not say where: of what may be personal only the column is told.</summary>
    private static Failure Refused(ApiCall call, SoapFault fault)
    {
        var failure = SageOutcomes.Refused(new SageError(fault.Object, fault.Column, null, Words(fault), null), call.Operation);
        return fault.Column is { } column && SageColumns.IsPersonal(column) && failure.Class != FailureClass.Locked
            ? failure with { Message = $"Sage refused the value of {column}." } : failure;
    }

    /// <summary>A value that is not on file is named by its code, whatever the words.</summary>
    private static string Words(SoapFault fault) => fault.Code switch
    {
        "CI_NOF" when !OnFile().IsMatch(fault.Message) => $"{fault.Message} (not on file)",
        _ => fault.Message,
    };

    private static Failure Make(FailureClass kind, string code, string message, string cure) =>
        new(kind, SageSoapOptions.Id, "", code, message, cure);

    [GeneratedRegex(@"log\s?on (failed|is not)|invalid (user|password|log\s?on)|password|not (authorized|enabled) for web services",
        RegexOptions.IgnoreCase)]
    private static partial Regex Logon();

    [GeneratedRegex(@"company (code )?\S* ?(is (not|invalid)|does not|was not)|not enabled for company", RegexOptions.IgnoreCase)]
    private static partial Regex Company();

    [GeneratedRegex("^An exception occurred|internal error", RegexOptions.IgnoreCase)]
    private static partial Regex General();

    [GeneratedRegex("not on file", RegexOptions.IgnoreCase)]
    private static partial Regex OnFile();
}
