import type { Texts } from './texts.js';

export const texts: Texts = {
  partnerCenter: {
    tenantId: { title: 'Id. de inquilino', description: 'Del inquilino propio de Microsoft, donde está registrada la aplicación para el Centro de partners.' },
    clientId: { title: 'Id. de cliente', description: 'Del registro de la aplicación. La aplicación tiene que estar agregada en el Centro de partners, en la configuración de la cuenta, en la administración de aplicaciones.' },
    lists: {
      title: 'Qué clientes',
      description: 'El Centro de partners incluye aquellos a los que se vende. Microsoft Graph incluye los que han dado permisos delegados (GDAP). Sin elección: los del Centro de partners.',
      choices: { customers: 'Clientes del Centro de partners', delegated: 'Clientes con permisos delegados (GDAP)', both: 'Ambos' },
    },
    domainProof: {
      title: 'Dominios de los clientes',
      description: 'Microsoft Graph sabe de qué cliente es el dominio web o de correo de una empresa: eso demuestra más que un nombre. La aplicación necesita para ello el permiso CrossTenantInformation.ReadBasic.All. Sin elección: no se pregunta.',
      choices: { none: 'No preguntar', graph: 'Preguntar a Microsoft Graph' },
    },
    clientSecret: { title: 'Secreto de cliente', description: 'El valor, que Microsoft Entra muestra una sola vez: Registros de aplicaciones > la aplicación > Certificados y secretos. No hace falta con un certificado.' },
    certificate: { title: 'Certificado', description: 'En lugar de un secreto de cliente: un texto PEM con el certificado registrado para la aplicación y su clave privada sin cifrar.' },
    refreshToken: { title: 'Token de actualización (solo para App+User)', description: 'Opcional. Donde el Centro de partners pide una persona que haya iniciado sesión: el token de actualización de esa sesión. Se renueva y se conserva cada vez que se usa.' },
  },
  connectWise: {
    site: { title: 'Sitio', description: 'Donde se inicia sesión en ConnectWise PSA: el host de su dirección.' },
    companyId: { title: 'Id. de empresa', description: 'El id. de empresa (Company) que se escribe en la página de inicio de sesión.' },
    clientId: { title: 'Id. de cliente', description: 'De la integración, obtenido en developer.connectwise.com/ClientId.' },
    tenantIdField: { title: 'Campo personalizado para el id. de inquilino', description: 'Opcional. El rótulo de un campo de texto de las empresas en el que se puede guardar el id. de inquilino de Microsoft. Antes hay que crearlo en ConnectWise.' },
    publicKey: { title: 'Clave pública', description: 'De un miembro de API: System > Members > API Members > API Keys.' },
    privateKey: { title: 'Clave privada', description: 'Se muestra una sola vez, al crear la clave.' },
  },
  haloPsa: {
    baseUrl: { title: 'Dirección', description: 'Donde se inicia sesión en HaloPSA.' },
    tenant: { title: 'Nombre de la instancia (tenant)', description: 'Opcional. Solo para instancias alojadas que no lo indican por sí mismas: se muestra en Configuration > Integrations > Halo PSA API.' },
    tenantIdField: { title: 'Campo personalizado para el id. de inquilino', description: 'Opcional. El nombre de un campo de texto de los clientes en el que se puede guardar el id. de inquilino de Microsoft. Antes hay que crearlo en HaloPSA.' },
    clientId: { title: 'Id. de cliente', description: 'De una aplicación de tipo «Client ID and Secret (Services)»: Configuration > Integrations > Halo PSA API.' },
    clientSecret: { title: 'Secreto de cliente', description: 'Se muestra una sola vez, al crear la aplicación.' },
  },
  autotask: {
    userName: { title: 'Nombre de usuario', description: 'De un usuario solo de API: Admin > Resources/Users. Parece una dirección de correo.' },
    tenantIdField: { title: 'Campo definido por el usuario para el id. de inquilino', description: 'Opcional. El nombre de un campo de texto de las empresas en el que se puede guardar el id. de inquilino de Microsoft. Antes hay que crearlo en Autotask.' },
    ownerResourceId: { title: 'Propietario de las empresas nuevas', description: 'Opcional. El id. del recurso propietario de las empresas que crea esta aplicación, donde Autotask pide uno.' },
    zoneLookup: { title: 'Consulta de zona', description: 'Opcional. Solo para zonas de versión preliminar: la dirección que indica en qué zona está la base de datos.' },
    secret: { title: 'Secreto', description: 'La contraseña del usuario solo de API: el campo Secret de Credentials.' },
    integrationCode: { title: 'Identificador de seguimiento', description: 'De la integración, mostrado con el usuario solo de API en API Tracking Identifier.' },
  },
  csv: {
    id: { title: 'Columna del id.', description: 'El encabezado del id.: uno que no cambie de un archivo a otro, como el número de cliente.' },
    name: { title: 'Columna del nombre', description: 'El encabezado del nombre de la empresa.' },
    website: { title: 'Columna del sitio web', description: 'Opcional. El encabezado del sitio web o del dominio.' },
    email: { title: 'Columna de las direcciones de correo', description: 'Opcional. El encabezado de las direcciones de correo o de sus dominios; puede haber varias en una celda.' },
    city: { title: 'Columna de la ciudad', description: 'Opcional. El encabezado de la ciudad.' },
    phone: { title: 'Columna del teléfono', description: 'Opcional. El encabezado del número de teléfono.' },
    status: { title: 'Columna del estado', description: 'Opcional. El encabezado que distingue activa e inactiva.' },
    type: { title: 'Columna del tipo', description: 'Opcional. El encabezado del tipo de empresa.' },
    tenantId: { title: 'Columna del id. de inquilino de Microsoft', description: 'Opcional. El encabezado de los id. de inquilino que ya se conocen.' },
  },
};
